//! Functions of the C library that must not be taken from it: a library that is built on Debian 13 would ask for their versions of glibc 2.38, which
//! Debian 12 does not have. The linker takes these instead. Crates that draw pictures compute with them.

#![allow(unsafe_code)] // Exported names can collide with others. These have the meaning that they have in C.

#[unsafe(no_mangle)]
extern "C" fn fmod(x: f64, y: f64) -> f64 {
    libm::fmod(x, y)
}

#[unsafe(no_mangle)]
extern "C" fn fmodf(x: f32, y: f32) -> f32 {
    libm::fmodf(x, y)
}
