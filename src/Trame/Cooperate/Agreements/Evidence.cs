using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Cooperate.Agreements;

/// <summary>What shows that a commitment is kept, or a part of it. Taken off by mistake, it comes back; its history stays.</summary>
public sealed class Evidence : IVersioned
{
    public const int WhatLength = 200;

    private Evidence() { }

    public Evidence(Guid contractId, Guid clauseId, string what, LocalDate day, long quantity) => (ContractId, ClauseId, What, Day, Quantity) = (contractId, clauseId, what, day, quantity);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContractId { get; private set; }
    public Guid ClauseId { get; private set; }
    public string What { get; private set; } = "";
    public LocalDate Day { get; private set; }
    public long Quantity { get; private set; }
    public bool Removed { get; private set; }
    public int Version { get; private set; } = 1;

    public void Remove(bool removed) => Removed = removed;
}
