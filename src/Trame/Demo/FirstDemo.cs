using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Demo;

/// <summary>The very first start, with nothing configured: there is a territory to look at.</summary>
internal sealed class FirstDemo(SpaceDirectory directory, IConfiguration configuration, CreateDemo create) : IPrepare
{
    public int Order => 10;

    public async Task Run(IReadOnlyList<Space> spaces, CancellationToken stop)
    {
        if (configuration["Trame:NoDemo"] == "true" || directory.All(archived: true).Count > 0) return;
        var made = await create.Handle(CreateDemo.Usual, null, stop);
        if (!made.Accepted) throw new InvalidOperationException($"The demonstration could not be made: {made.Refusals[0].TextKey} {string.Join(' ', made.Refusals[0].Args)}");
    }
}
