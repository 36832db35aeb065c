-- Busted's plain report, with the name of each file, how long its specs took, and a last line that other programs can read.

return function (options)
	local busted = require "busted";
	local socket = require "socket";
	local handler = require "busted.outputHandlers.plainTerminal"(options);

	local started;
	busted.subscribe({ "file", "start" }, function (file)
		started = socket.gettime();
		io.write(file.name, " ");
		io.flush();
		return nil, true;
	end);
	busted.subscribe({ "file", "end" }, function ()
		io.write((" %.1f s\n"):format(socket.gettime() - started));
		return nil, true;
	end);
	busted.subscribe({ "exit" }, function ()
		io.write(("%d passed, %d failed\n"):format(handler.successesCount, handler.failuresCount + handler.errorsCount));
		return nil, true;
	end, { priority = 1000 });

	return handler;
end
