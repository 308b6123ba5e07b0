using System.CommandLine;
using Trame.Foundation;

namespace Trame.Deliberate.Debates;

/// <summary>Debates: what people think of a subject, drawn from their votes. For now a verb over files; nothing of it reaches the web.</summary>
public sealed class Module : IModule
{
    public IEnumerable<Command> Commands(CommandHost host) => [OpinionsVerb.Of(host)];
}
