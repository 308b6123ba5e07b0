using System.Reflection;

namespace Trame.Engines.Tests;

public sealed class DependenciesTests
{
    private static bool IsOfDotnet(AssemblyName name) => name.Name == "netstandard" || name.Name!.StartsWith("System.", StringComparison.Ordinal);

    [Fact] public void The_engines_stand_on_dotnet_and_on_nothing_else() =>
        Assembly.Load("Trame.Engines").GetReferencedAssemblies().ShouldAllBe(name => IsOfDotnet(name));

    [Fact] public void The_rule_sees_a_foreign_assembly() =>
        typeof(DependenciesTests).Assembly.GetReferencedAssemblies().ShouldContain(name => !IsOfDotnet(name)); // this one leans on xunit and Shouldly
}
