using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>Qui s'est promis quoi ?</summary>
public sealed class ListPage(FindContracts find) : TramePage
{
    public IReadOnlyList<ContractLine> Contracts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Contracts = await find.All(stop);
}
