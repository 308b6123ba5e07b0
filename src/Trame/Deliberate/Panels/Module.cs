using System.CommandLine;
using Trame.Foundation;

namespace Trame.Deliberate.Panels;

/// <summary>Panels drawn by lot: the lottery, its public draw and the check that anyone can make.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [DrawVerb.Of(host)];
}
