-- How much is measured, in full and quickly. Times are in seconds. `rounds` is how often each figure is taken, while servers take turns.

local plans = {};

plans.full = {
	estimate = 15 * 60;
	rounds = 5;
	-- How many invites are stored; Prosody's own modules are measured up to the second figure.
	sizes = { 0, 1000, 10000, 100000, 1000000 }, most_bundled = 100000;
	sample = 0.3; -- of preauths, creations and the like, of one server in one round
	-- Registrations: seconds of each of them, and what is combined.
	burst = 1.5, streams = { 1, 4, 10, 40 }, delays = { 0, 5, 20, 50 }; -- delays in milliseconds
	other_version = { streams = { 1, 4, 40 }, delays = { 0, 50 } };
	pages = 0.7, theirs = 10000; -- seconds of each rate, and invites of the community's pages
	admin = 100000; -- invites on which an admin works
	rows = { 10000, 1000000 }; -- of each kind in the library alone; so many that each verb can use some up
};

plans.quick = {
	estimate = 3 * 60;
	rounds = 2;
	sizes = { 0, 1000, 10000, 100000 }, most_bundled = 10000;
	sample = 0.1;
	burst = 1, streams = { 1, 40 }, delays = { 0, 20 };
	other_version = { streams = { 4 }, delays = { 0 } };
	pages = 0.5, theirs = 1000;
	admin = 10000;
	rows = { 10000 };
};

return plans;
