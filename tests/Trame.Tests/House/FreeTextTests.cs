using Trame.Foundation;

namespace Trame.Tests.House;

public sealed class FreeTextTests
{
    private static readonly Type[] Types = typeof(TrameHost).Assembly.GetTypes();

    [Fact]
    public void Every_text_an_act_takes_is_known_to_be_free_or_not()
    {
        var taken = FreeText.Taken(Types).Select(t => t.Name).Distinct().ToList();
        taken.Where(t => !FreeText.Scanned.Contains(t) && !FreeText.NotFree.ContainsKey(t)).ShouldBeEmpty("say in FreeText.cs whether somebody could be spoken of there");
        FreeText.Scanned.Concat(FreeText.NotFree.Keys).Except(taken).ShouldBeEmpty("no act takes these any more");
    }

    [Fact]
    public void Free_text_is_read_again_before_it_is_sent() => FreeText.Check(Types).Select(b => b.ToString()).ShouldBeEmpty();

    [Fact]
    public void A_page_that_sends_free_text_unread_is_caught() =>
        FreeText.Check([.. Types, typeof(Trame.Include.Violation.PageThatSendsUnread)]).Select(b => b.ToString()).ShouldHaveSingleItem().ShouldContain(nameof(Trame.Include.Violation.PageThatSendsUnread));
}
