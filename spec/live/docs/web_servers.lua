-- Real web servers in front of Prosody, with the part of their configuration that the documentation shows. They listen for https on an address of
-- this machine, and have their files in the directory of the server under test.

local socket = require "socket";
local paths = require "spec.support.paths";
local run = require "spec.live.harness.run";

local web_servers = {};

-- name → { its configuration, in which $… are filled in; its command }
local kinds = {
	nginx = { [[
		user $user $group; daemon off; master_process off; pid $folder/pid; error_log $folder/error.log;
		events {}
		http {
			access_log off;
			client_body_temp_path $folder/body; proxy_temp_path $folder/proxy; fastcgi_temp_path $folder/fastcgi;
			uwsgi_temp_path $folder/uwsgi; scgi_temp_path $folder/scgi;
			server {
				listen $address:$port ssl; server_name example.com; ssl_certificate $certificate; ssl_certificate_key $key;
				$snippet
			}
		}
	]], "nginx -p $folder -c $folder/conf -e $folder/error.log" };
	apache = { [[
		ServerRoot $folder
		PidFile $folder/pid
		Mutex file:$folder default
		ErrorLog $folder/error.log
		LoadModule mpm_event_module $modules/mod_mpm_event.so
		LoadModule authz_core_module $modules/mod_authz_core.so
		LoadModule ssl_module $modules/mod_ssl.so
		LoadModule headers_module $modules/mod_headers.so
		LoadModule proxy_module $modules/mod_proxy.so
		LoadModule proxy_http_module $modules/mod_proxy_http.so
		User $other
		Group $other
		Listen $address:$port
		<VirtualHost $address:$port>
			ServerName example.com
			SSLEngine on
			SSLCertificateFile $certificate
			SSLCertificateKeyFile $key
			$snippet
		</VirtualHost>
	]], "apache2 -f $folder/conf -DFOREGROUND" };
	caddy = { [[
		{
			admin off
			auto_https off
		}
		https://example.com:$port {
			bind $address
			tls $certificate $key
			$snippet
		}
	]], "env HOME=$folder XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder caddy run --adapter caddyfile --config $folder/conf" };
	haproxy = { [[
		defaults
			mode http
			timeout connect 5s
			timeout client 20s
			timeout server 20s
		frontend https
			bind $address:$port ssl crt $folder/both.pem
			$frontend
		$snippet
	]], "haproxy -db -f $folder/conf" };
};

-- () → an address of this machine, not a loopback one if it has another: Prosody takes loopback addresses for those of proxies
function web_servers.address()
	return (paths.capture "hostname -I" or ""):match("%f[%d]%d+%.%d+%.%d+%.%d+") or "127.0.0.1";
end

-- (name; server under test; the part from the documentation; the line for HAProxy's frontend or nil) starts it → { address, port, stop = function }
function web_servers.start(name, server, snippet, frontend)
	local kind = kinds[name];
	local folder = server.directory.."/"..name;
	local is_root = paths.capture "id -u" == "0";
	local values = {
		folder = folder; snippet = snippet:gsub("127%.0%.0%.1:5280", "127.0.0.1:"..server.http_port); frontend = frontend;
		address = web_servers.address(); port = tostring(run.free_port()); certificate = server.directory.."/cert.pem"; key = server.directory.."/key.pem";
		user = paths.capture "id -un"; group = paths.capture "id -gn"; other = is_root and "www-data" or paths.capture "id -un";
		modules = "/usr/lib/apache2/modules";
	};
	local function filled(text) return (text:gsub("%$(%l+)", values)); end
	assert(os.execute(filled "mkdir -p $folder && cat $certificate $key >$folder/both.pem"));
	local file = assert(io.open(folder.."/conf", "w"));
	assert(file:write(filled(kind[1]), "\n"));
	file:close();
	local process = io.popen(filled("echo $$; exec env PATH=\"$PATH:/usr/sbin\" "..kind[2].." >>$folder/output.log 2>&1 </dev/null"));
	local pid = math.tointeger(process:read("n"));
	run.watch(pid);
	local function listens()
		local conn = socket.connect(values.address, values.port);
		if conn then conn:close(); end
		return conn or not run.alive(pid);
	end
	server:wait_until(listens);
	assert(run.alive(pid), name.." has ended, see "..folder.."/output.log");
	local function stop()
		os.execute(("kill %d"):format(pid));
		server:wait_until(function () return not run.alive(pid); end);
		run.watch(pid, true);
		process:close();
	end
	return { address = values.address; port = values.port; stop = stop };
end

return web_servers;
