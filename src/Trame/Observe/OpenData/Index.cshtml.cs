using System.Globalization;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Observe.OpenData;

/// <summary>Que publie cet espace, et d'où vient ce qu'il dit ?</summary>
public sealed class OpenDataModel(ReadSources sources, IEnumerable<PublishedFile> files) : TramePage
{
    public IReadOnlyList<PublishedFile> Files { get; } = [.. files.OrderBy(f => f.Order)];

    public IReadOnlyList<RegisterSource> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Sources = await sources.Handle(stop);

    public string When(RegisterSource source) => SpaceCalendar.Of(Here.Settings).Local(source.Last).Date.PlainDay(CultureInfo.CurrentCulture);
}
