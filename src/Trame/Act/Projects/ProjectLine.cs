namespace Trame.Act.Projects;

/// <summary>A line of a project's notebook: something to do, something decided, something paid. Never who: a team knows its own.</summary>
/// <param name="Day">ISO date: due, decided or paid; empty when nobody said.</param>
/// <param name="Cents">What was paid.</param>
/// <param name="Done">A task is done.</param>
/// <param name="Removed">Taken off, and can come back.</param>
public sealed record ProjectLine(Guid Id, LineKind Kind, string What, string Day, long? Cents = null, bool Done = false, bool Removed = false)
{
    public const int WhatLength = 200;
    public const int Most = 300;
}
