using System.Buffers.Binary;
using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed class DrawStreamTests
{
    [Theory] // RFC 8439, section 2.3.2 and appendix A.1, test vectors 1 and 2
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "000000090000004a00000000", 1,
        "10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4ed2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", 0,
        "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", 1,
        "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f")]
    public void The_key_stream_is_the_one_of_the_rfc(string key, string nonce, uint counter, string expected)
    {
        var stream = new DrawStream(Convert.FromHexString(key), Convert.FromHexString(nonce), counter);
        var block = new byte[64];
        for (var at = 0; at < 64; at += 8) BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(at), stream.Next());
        Convert.ToHexStringLower(block).ShouldBe(expected);
    }

    [Fact] public void Numbers_below_a_bound_are_as_likely_as_each_other()
    {
        var (stream, seen) = (new DrawStream("dé"), new int[6]);
        for (var throwing = 0; throwing < 60_000; throwing++) seen[stream.Below(6)]++;
        seen.ShouldAllBe(n => Math.Abs(n - 10_000) < 400);
    }

    [Fact] public void A_bound_of_one_gives_nothing_but_zero() => new DrawStream("un").Below(1).ShouldBe(0);

    [Fact] public void A_wrong_key_is_refused() => Should.Throw<ArgumentException>(() => new DrawStream(new byte[31], new byte[12], 0));
}
