//! PNG and JPEG to a small picture in memory; what is too large, or neither, is refused before memory is spent on it.

use std::io::Cursor;

use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::appraisal::{Look, reduced};

/// Largest file, in bytes.
pub(super) const LARGEST: u64 = 4 * 1024 * 1024;
/// Most pixels in a row or column.
const WIDEST: usize = 4096;
/// Most bytes a decoder may take.
const MEMORY: usize = 64 * 1024 * 1024;
/// What is kept of a picture at most.
const KEPT: (usize, usize) = (320, 240);

/// A small picture: three bytes a pixel (red, green, blue), row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// The bytes, `3 * width * height` of them.
    pub rgb: Vec<u8>,
}

impl Pixels {
    /// The measures.
    pub fn look(&self) -> Option<Look> {
        Look::of(self.width, self.height, &self.rgb)
    }

    /// A copy that fits a size; a picture that fits already stays as it is.
    pub fn fitted(&self, wide: usize, high: usize) -> Option<Self> {
        let (width, height, rgb) = reduced(self.width, self.height, &self.rgb, (wide, high))?;
        Some(Self { width, height, rgb })
    }
}

/// Why a file is no picture for us.
#[derive(Debug, thiserror::Error)]
pub enum Undecodable {
    /// Neither of the two formats.
    #[error("it is neither a PNG nor a JPEG")]
    Format,
    /// Too many pixels.
    #[error("it is larger than {WIDEST} by {WIDEST} pixels")]
    Size,
    /// Damaged.
    #[error("it is damaged")]
    Damaged,
}

/// Decodes a file and makes it small.
pub fn decode(bytes: &[u8]) -> Result<Pixels, Undecodable> {
    let (width, height, rgb) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)?
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        jpeg(bytes)?
    } else {
        return Err(Undecodable::Format);
    };
    let (width, height, rgb) = reduced(width, height, &rgb, KEPT).ok_or(Undecodable::Damaged)?;
    Ok(Pixels { width, height, rgb })
}

type Raw = (usize, usize, Vec<u8>);

fn png(bytes: &[u8]) -> Result<Raw, Undecodable> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| Undecodable::Damaged)?;
    let (width, height) = (header.width as usize, header.height as usize);
    if width > WIDEST || height > WIDEST {
        return Err(Undecodable::Size);
    }
    let mut reader = decoder.read_info().map_err(|_| Undecodable::Damaged)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MEMORY).ok_or(Undecodable::Size)?;
    let mut buffer = vec![0; size];
    let frame = reader.next_frame(&mut buffer).map_err(|_| Undecodable::Damaged)?;
    buffer.truncate(frame.buffer_size());
    let rgb = match frame.color_type {
        ColorType::Rgb => buffer,
        ColorType::Grayscale => buffer.iter().flat_map(|&grey| [grey; 3]).collect(),
        ColorType::GrayscaleAlpha => buffer.chunks_exact(2).flat_map(|p| [on_white(p[0], p[1]); 3]).collect(),
        ColorType::Rgba => {
            buffer.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]].map(|part| on_white(part, p[3]))).collect()
        }
        ColorType::Indexed => return Err(Undecodable::Damaged),
    };
    Ok((width, height, rgb))
}

fn jpeg(bytes: &[u8]) -> Result<Raw, Undecodable> {
    let options = DecoderOptions::default()
        .set_max_width(WIDEST)
        .set_max_height(WIDEST)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| {
        if error.to_string().contains("dimension") || error.to_string().to_lowercase().contains("large") {
            Undecodable::Size
        } else {
            Undecodable::Damaged
        }
    })?;
    let (width, height) = decoder.dimensions().ok_or(Undecodable::Damaged)?;
    if width > WIDEST || height > WIDEST {
        return Err(Undecodable::Size);
    }
    let rgb = decoder.decode().map_err(|_| Undecodable::Damaged)?;
    Ok((width, height, rgb))
}

/// A part of a colour as it looks on white paper.
fn on_white(part: u8, alpha: u8) -> u8 {
    let (part, alpha) = (u32::from(part), u32::from(alpha));
    ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> &'static [u8] {
        include_bytes!("../../../assets/photos/offer_card.png")
    }

    #[test]
    fn a_bomb_is_refused_by_its_header() {
        let mut bytes = sample().to_vec();
        // Width in the header chunk; its checksum is not looked at before the size.
        for (size, fits) in [(4_097_u32, false), (100_000, false)] {
            bytes[16..20].copy_from_slice(&size.to_be_bytes());
            assert_eq!(decode(&bytes).is_ok(), fits);
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [b"".as_slice(), b"GIF89a", b"\x89PNG\r\n\x1a\n", &[0xff, 0xd8, 0xff, 0xe0], b"<svg/>"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn damaged_files_never_panic() {
        let whole = sample();
        let mut state = 1_u32;
        let mut refused = 0;
        for _ in 0..300 {
            let mut bytes = whole.to_vec();
            for _ in 0..6 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = state as usize % bytes.len();
                bytes[at] = (state >> 24) as u8;
            }
            refused += usize::from(decode(&bytes).is_err());
        }
        for length in 0..200 {
            assert!(decode(&whole[..length]).is_err(), "{length}");
        }
        assert!(refused > 100, "{refused}");
    }
}
