using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Spaces;

/// <summary>A setting of the machine that names a PostgreSQL database for a space takes the space there at the next start, with its data; before anything else, so that nobody writes to an empty one.</summary>
internal sealed class MoveToMachine(MoveSpace move, ILogger<MoveToMachine> log) : IPrepare
{
    public int Order => 0;

    public async Task Run(IReadOnlyList<Space> spaces, CancellationToken stop)
    {
        foreach (var space in spaces)
        {
            var outcome = await move.ToMachine(space.Slug, stop);
            foreach (var refusal in outcome.Refusals) // that database already holds a space: it is the one that answers, the file stays aside
                log.LogWarning("Space {Space}: {Reason}", space.Slug, Texts.Get(refusal.TextKey, [.. refusal.Args]));
        }
    }
}
