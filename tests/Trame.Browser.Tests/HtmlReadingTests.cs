namespace Trame.Browser.Tests;

/// <summary>The reader of pages sees the faults it is there for.</summary>
public sealed class HtmlReadingTests
{
    [Theory]
    [InlineData("<p id=a>x</p><p id=a>y</p>", "borne by 2")]
    [InlineData("<div><p>x</div></p>", "line 1")]
    [InlineData("<p>x<div>y</div></p>", "line 1")]
    [InlineData("<section><p>x</p>", "line 1")]
    [InlineData("<a href='/'><button>x</button></a>", "one control inside another")]
    [InlineData("<label for=nobody>x</label>", "which is not there")]
    [InlineData("<ul><p>x</p></ul>", "not a child of ul")]
    [InlineData("<p title=a title=b>x</p>", "line 1")]
    [InlineData("<img src='/a.png'>", "missing or obsolete")]
    public void A_fault_is_caught(string body, string said) =>
        HtmlReading.Faults($"<!DOCTYPE html><html lang=\"fr\"><head><title>x</title></head><body>{body}</body></html>").ShouldContain(f => f.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void A_sound_page_has_none() =>
        HtmlReading.Faults("<!DOCTYPE html><html lang=\"fr\"><head><title>x</title></head><body><main><h1>x</h1><ul><li><a href=\"/\">y</a></li></ul><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" /></svg></main></body></html>").ShouldBeEmpty();
}
