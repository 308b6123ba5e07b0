using Trame.Foundation.Web;
using Trame.Observe.Home;

namespace Trame.Observe.Indicators;

public sealed class IndicatorsModel(ObserveTerritory observe) : TramePage
{
    public IReadOnlyList<IndicatorReading> Readings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var view = await observe.Handle(stop);
        Readings = [.. Indicator.All.Select(i => IndicatorReading.Of(i, view, Here.Settings))];
    }
}
