using System.CommandLine;
using Trame.Foundation;

namespace Trame.Observe.Mixing;

/// <summary>Mixing: who was at the same moments, and which areas are like their neighbours. For now verbs over files of sums; nothing of it reaches the web.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [MixingVerb.Of(host), MoranVerb.Of(host)];
}
