using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

public sealed class FrenchSpacingTests
{
    [Theory]
    [InlineData("Pourquoi ?", "Pourquoi\u00A0?")]
    [InlineData("« Oui » : non ; si !", "«\u00A0Oui\u00A0»\u00A0: non\u00A0; si\u00A0!")]
    [InlineData("https://trame.example/?a=b à 10:30", "https://trame.example/?a=b à 10:30")]
    [InlineData("Pourquoi\u202F?", "Pourquoi\u202F?")]
    public void High_punctuation_never_starts_a_line(string typed, string held) => FrenchSpacing.Hold(typed).ShouldBe(held);
}
