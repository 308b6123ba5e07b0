using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>« Où les demandes restent-elles sans réponse ? »</summary>
public sealed class ReadingPage(NeedsReading reading) : TramePage
{
    public NeedsReading.Answer Read { get; private set; } = null!; // set by OnGet before the page is written

    public async Task OnGetAsync(CancellationToken stop) => Read = await reading.Handle(stop);
}
