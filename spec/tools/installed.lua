-- Prints which Prosody is installed, by the first two numbers of its version. Run in the checkout: lua5.4 spec/tools/installed.lua

print(assert(require "spec.support.paths".installed));
