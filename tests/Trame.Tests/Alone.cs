namespace Trame.Tests;

/// <summary>Tests that weigh the memory of the process: they run when all others are done, so that they weigh nothing but themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
