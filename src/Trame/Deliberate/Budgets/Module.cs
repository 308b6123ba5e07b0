using System.CommandLine;
using Trame.Foundation;

namespace Trame.Deliberate.Budgets;

/// <summary>Participatory budgets: counting a vote by a rule that is said before, and explaining every project.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [TallyVerb.Of(host)];
}
