using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Include.Violation;

// On purpose, for FreeTextTests.
internal sealed class PageThatSendsUnread(CloseOccasion close) : TramePage
{
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await close.Handle(new(Guid.Empty, 1, Reason, Foundation.Facts.Channel.Online), Actor, stop);
        return outcome.Accepted ? Page() : Refused(outcome);
    }
}
