using System.CommandLine;
using Trame.Foundation;

namespace Trame.Connect.Opportunities;

/// <summary>Opportunities: what could be held where needs, people who offer and places meet, proposed to humans with the reasons.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [OpportunitiesVerb.Of(host)];
}
