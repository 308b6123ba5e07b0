using System.CommandLine;
using Trame.Foundation.Facts;

namespace Trame.Foundation;

/// <summary>A room's only door: what it adds to the host, the facts it writes, the types other rooms may use, the acts it lets roles do.</summary>
public interface IModule
{
    IReadOnlyList<FactKind> Writes => [];

    IReadOnlyList<Type> Publishes => [];

    void Register(IServiceCollection services) { }

    void Map(IEndpointRouteBuilder routes) { }

    /// <summary>The verbs it adds to the command line.</summary>
    IEnumerable<Command> Commands(CommandHost host) => [];

    /// <summary>The kinds of file it adds to <c>trame import</c>.</summary>
    IEnumerable<Command> Imports(CommandHost host) => [];

    /// <summary>The kinds of file it adds to <c>trame export</c>.</summary>
    IEnumerable<Command> Exports(CommandHost host) => [];
}
