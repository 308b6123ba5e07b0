using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Pictures;

namespace Trame.Tests.Foundation.Pictures;

public sealed class PictureReaderTests
{
    [Fact]
    public void Each_kind_is_known_by_its_bytes_and_its_size_is_read()
    {
        Read(SamplePictures.Jpeg).ShouldBe((PictureKind.Jpeg, 16, 8));
        Read(SamplePictures.Png).ShouldBe((PictureKind.Png, 6, 4));
        Read(SamplePictures.Webp).ShouldBe((PictureKind.Webp, 16, 8));
    }

    [Fact]
    public void What_a_file_tells_besides_its_picture_stays_behind()
    {
        foreach (var file in (byte[][])[SamplePictures.JpegFromATelephone(1), SamplePictures.JpegFromATelephone(6), SamplePictures.PngWithWords(), SamplePictures.WebpWithWords()])
        {
            SamplePictures.Holds(file, SamplePictures.Secret).ShouldBeTrue();
            var clean = PictureReader.Read(file).Value.ShouldNotBeNull();
            SamplePictures.Holds(clean.Bytes, SamplePictures.Secret).ShouldBeFalse($"{clean.Kind}");
            SamplePictures.Holds(clean.Bytes, "ABC").ShouldBeFalse();
            var again = PictureReader.Read(clean.Bytes).Value.ShouldNotBeNull();
            again.Bytes.ShouldBe(clean.Bytes);
            (again.Width, again.Height).ShouldBe((clean.Width, clean.Height));
        }
    }

    [Fact]
    public void The_picture_itself_is_untouched()
    {
        PictureReader.Read(SamplePictures.PngWithWords()).Value!.Bytes.ShouldBe(SamplePictures.Png);
        PictureReader.Read(SamplePictures.WebpWithWords()).Value!.Bytes.ShouldBe(SamplePictures.Webp);
        var jpeg = SamplePictures.Jpeg;
        var tables = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]);
        PictureReader.Read(SamplePictures.JpegFromATelephone(1)).Value!.Bytes.ShouldBe([.. jpeg[..2], .. jpeg[tables..]]);
    }

    [Fact]
    public void Tables_and_sides_longer_than_a_byte_are_copied_whole()
    {
        var jpeg = SamplePictures.JpegWithTable(418); // what most cameras write: all Huffman tables in one segment
        PictureReader.Read(jpeg).Value.ShouldNotBeNull().Bytes.ShouldBe(SamplePictures.WithoutApplication(jpeg));
        var webp = PictureReader.Read(SamplePictures.WebpWithTransparency(640, 480)).Value.ShouldNotBeNull();
        (webp.Width, webp.Height).ShouldBe((640, 480));
        PictureReader.Read(webp.Bytes).Value.ShouldNotBeNull().Bytes.ShouldBe(webp.Bytes);
        webp.Bytes.AsSpan(24, 6).ToArray().ShouldBe([0x7F, 0x02, 0x00, 0xDF, 0x01, 0x00]);
    }

    [Theory]
    [InlineData(1, 16, 8)]
    [InlineData(3, 16, 8)]
    [InlineData(6, 8, 16)]
    [InlineData(8, 8, 16)]
    [InlineData(9, 16, 8)]
    public void A_photo_taken_sideways_stays_upright(byte orientation, int width, int height)
    {
        var clean = PictureReader.Read(SamplePictures.JpegFromATelephone(orientation)).Value.ShouldNotBeNull();
        (clean.Width, clean.Height).ShouldBe((width, height));
        clean.Bytes.AsSpan().IndexOf("Exif"u8).ShouldBe(orientation is 1 or 9 ? -1 : 6);
    }

    [Theory]
    [InlineData("", "pictures.empty")]
    [InlineData("<script>alert(1)</script>", "pictures.not-a-picture")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "pictures.not-a-picture")]
    [InlineData("GIF89a", "pictures.not-a-picture")]
    [InlineData("%PDF-1.7", "pictures.not-a-picture")]
    [InlineData("\0\0\0\u0018ftypheic", "pictures.heic")]
    public void What_is_not_a_picture_is_refused_with_its_reason(string content, string reason) =>
        PictureReader.Read(Encoding.Latin1.GetBytes(content)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe(reason);

    [Fact]
    public void A_small_file_that_would_unfold_into_a_huge_picture_is_refused()
    {
        PictureReader.Read(SamplePictures.PngThatSays(40_000, 100)).Refusals[0].TextKey.ShouldBe("pictures.too-wide");
        PictureReader.Read(SamplePictures.PngThatSays(11_000, 11_000)).Refusals[0].TextKey.ShouldBe("pictures.too-wide");
        PictureReader.Read(SamplePictures.PngThatSays(0, 10)).Refusals[0].TextKey.ShouldBe("pictures.damaged");
        PictureReader.Read(new byte[PictureReader.MostBytes + 1]).Refusals[0].TextKey.ShouldBe("pictures.too-large");
    }

    [Fact]
    public void A_picture_that_is_cut_is_refused_wherever_it_is_cut()
    {
        foreach (var whole in (byte[][])[SamplePictures.Jpeg, SamplePictures.Png, SamplePictures.Webp])
            for (var length = 12; length < whole.Length; length++)
                PictureReader.Read(whole[..length]).Refusals.ShouldNotBeEmpty($"{length} of {whole.Length} bytes");
    }

    [Fact]
    public void Whatever_comes_in_is_refused_or_is_clean() => Prop.ForAll(
        Gen.Elements(SamplePictures.JpegFromATelephone(6), SamplePictures.PngWithWords(), SamplePictures.WebpWithWords()).ToArbitrary(),
        Gen.Choose(0, 2000).SelectMany(_ => Gen.Choose(0, 255), (at, value) => (at, (byte)value)).ListOf().ToArbitrary(), (file, changes) =>
    {
        var hurt = (byte[])file.Clone();
        foreach (var (at, value) in changes.Where(c => c.at >= 12 && c.at < hurt.Length)) hurt[at] = value;
        var read = PictureReader.Read(hurt);
        return !read.Accepted || PictureReader.Read(read.Value.Bytes) is { Accepted: true } again && again.Value.Bytes.AsSpan().SequenceEqual(read.Value.Bytes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    private static (PictureKind, int, int) Read(byte[] file) => PictureReader.Read(file).Value is { } clean ? (clean.Kind, clean.Width, clean.Height) : default;
}
