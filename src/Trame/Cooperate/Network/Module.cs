using System.CommandLine;
using Trame.Foundation;

namespace Trame.Cooperate.Network;

/// <summary>The network of who works with whom. For now verbs over files of ties between organisations and places; nothing of it reaches the web.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [CommunitiesVerb.Of(host)];
}
