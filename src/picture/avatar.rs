//! Avatars: what an account has published, as a small square PNG of ours.
//!
//! The bytes come from whoever owns the account. They are decoded with bounds, and nothing of them is passed on but pixels.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Width and height of the picture.
pub const SIDE: u32 = 128;
/// Bytes of the largest avatar that is decoded.
pub const LONGEST: usize = 512 * 1024;
/// Pixels of its longer side.
const LARGEST: u32 = 2048;
/// Bytes of memory that decoding may take: the pixels with 16 bits for each of four channels, and as much again.
const MEMORY: u64 = 64 * 1024 * 1024;
/// Scans of a progressive JPEG. Each goes over all pixels, in a few bytes; encoders make ten or so.
const SCANS: usize = 32;

/// The avatar as PNG, its middle if it is no square; of a GIF the first frame. `None` if it is no PNG, JPEG, WebP or GIF, or too large.
#[must_use]
pub fn small(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut picture = decode(bytes)?;
    let side = picture.width().min(picture.height());
    let (x, y) = ((picture.width() - side) / 2, (picture.height() - side) / 2);
    picture = picture.crop_imm(x, y, side, side);
    super::png(&DynamicImage::ImageRgba8(picture.resize_exact(SIDE, SIDE, FilterType::CatmullRom).into_rgba8()))
}

/// Whether its header is one of a picture that [`small`] takes.
#[must_use]
pub fn is_readable(bytes: &[u8]) -> bool {
    open(bytes).is_some()
}

fn open(bytes: &[u8]) -> Option<impl ImageDecoder + use<'_>> {
    let format = image::guess_format(bytes).ok().filter(|_| bytes.len() <= LONGEST)?;
    let is_known = matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif);
    // In the data of a scan, 0xFF is followed by 0 (ISO/IEC 10918-1, section B.1.1.5), so that this finds the headers of scans.
    if !is_known || format == ImageFormat::Jpeg && bytes.windows(2).filter(|pair| *pair == [0xFF, 0xDA]).count() > SCANS {
        return None;
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(LARGEST), Some(LARGEST), Some(MEMORY));
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if !(1..=LARGEST).contains(&width) || !(1..=LARGEST).contains(&height) || decoder.total_bytes() > MEMORY {
        return None;
    }
    Some(decoder)
}

fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    let mut decoder = open(bytes)?;
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Some(picture)
}

#[cfg(test)]
mod tests {
    use image::RgbaImage;
    use proptest::prelude::*;

    use super::*;

    const FORMATS: [ImageFormat; 4] = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];

    /// A picture with a left half in red and a right half in blue.
    fn sample(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let pixel = |x, _| image::Rgba(if x < width / 2 { [255, 0, 0, 255] } else { [0, 0, 255, 255] });
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_fn(width, height, pixel));
        let mut bytes = Cursor::new(Vec::new());
        if format == ImageFormat::Jpeg {
            DynamicImage::ImageRgb8(picture.to_rgb8()).write_to(&mut bytes, format).unwrap();
        } else {
            picture.write_to(&mut bytes, format).unwrap();
        }
        bytes.into_inner()
    }

    fn pixels(png: &[u8]) -> RgbaImage {
        image::load_from_memory_with_format(png, ImageFormat::Png).unwrap().into_rgba8()
    }

    #[test]
    fn an_avatar_becomes_a_small_square() {
        for format in FORMATS {
            for (width, height) in [(300, 200), (200, 300), (1, 1), (2048, 1), (1, 2048), (64, 64)] {
                let small = small(&sample(format, width, height)).unwrap();
                let pixels = pixels(&small);
                assert_eq!(pixels.dimensions(), (SIDE, SIDE), "{format:?} {width} {height}");
                if width > 2 && height > 2 {
                    let (left, right) = (pixels.get_pixel(10, 64).0, pixels.get_pixel(118, 64).0);
                    assert!(left[0] > 200 && left[2] < 60 && right[2] > 200 && right[0] < 60, "{format:?}: {left:?} {right:?}");
                }
            }
        }
    }

    #[test]
    fn nothing_but_pixels_is_passed_on() {
        let mut png = sample(ImageFormat::Png, 64, 64);
        // A chunk with a text, behind the header of 33 bytes. Its checksum is wrong; decoders skip it or refuse the picture.
        let mut chunk = 20_u32.to_be_bytes().to_vec();
        chunk.extend(b"tEXtComment\0<script>a>b\0\0\0\0\0");
        png.splice(33..33, chunk);
        let kept = small(&png).unwrap_or_default();
        assert!(!kept.windows(6).any(|part| part == b"script"));
    }

    #[test]
    fn other_formats_are_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        for bytes in
            [&b""[..], b"x", svg, b"BM\x46\0\0\0", b"II*\0", b"\0\0\x01\0", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"]
        {
            assert_eq!(small(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_too_large_is_not_decoded() {
        for format in FORMATS {
            assert_eq!(small(&sample(format, LARGEST + 1, 2)), None, "{format:?}");
        }
        let mut long = sample(ImageFormat::Png, 8, 8);
        long.resize(LONGEST + 1, 0);
        assert_eq!(small(&long), None);
    }

    #[test]
    fn a_header_that_promises_gigabytes_is_refused() {
        let mut png = sample(ImageFormat::Png, 8, 8);
        png[16..24].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
        assert_eq!(small(&png), None);
        let mut gif = sample(ImageFormat::Gif, 8, 8);
        gif[6..10].copy_from_slice(&[0xFF; 4]);
        assert_eq!(small(&gif), None);
    }

    #[test]
    fn a_jpeg_with_thousands_of_scans_is_refused() {
        let mut jpeg = sample(ImageFormat::Jpeg, 64, 64);
        let at = jpeg.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
        let scan = jpeg[at..jpeg.len() - 2].to_vec();
        for _ in 0..SCANS {
            jpeg.splice(at..at, scan.iter().copied());
        }
        assert_eq!(small(&jpeg), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn damaged_pictures_end_the_decoder_not_the_server(
            format in 0..FORMATS.len(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
            cut in any::<prop::sample::Index>(), is_cut in any::<bool>(),
        ) {
            let mut bytes = sample(FORMATS[format], 24, 17);
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if is_cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Some(small) = small(&bytes) {
                prop_assert_eq!(pixels(&small).dimensions(), (SIDE, SIDE));
            }
        }
    }
}
