namespace Trame.Tests.Foundation;

public sealed class CommandHostTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Theory]
    [InlineData("« abc » n’est pas un nombre entier", "opinions", "--seed", "abc")]
    [InlineData("« 1.5 » n’est pas un nombre entier", "communities", "liens.csv", "--runs", "1.5")]
    [InlineData("« -1 » n’est pas un nombre entier", "mixing", "moments.csv", "--seed", "-1")]
    [InlineData("« 99999999999 » n’est pas un nombre entier", "demo", "--facts", "99999999999")]
    [InlineData("« trois » n’est pas un nombre entier", "draw", "--size", "trois")]
    [InlineData("« 0,5 » n’est pas un nombre", "draw", "--cap", "0,5")]
    [InlineData("« NaN » n’est pas un nombre", "draw", "--time-limit", "NaN")]
    [InlineData("« 1e999 » n’est pas un nombre", "communities", "liens.csv", "--resolution", "1e999")]
    public async Task A_wrong_number_is_told_in_the_same_words_by_every_verb(string told, params string[] words) => (await _trame.Bare(words)).RefusedAlone(told, "par exemple");
}
