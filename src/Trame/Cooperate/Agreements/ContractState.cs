using NodaTime;
using NodaTime.Text;

namespace Trame.Cooperate.Agreements;

/// <summary>
/// Where a contract stands: the text in force is the last that both sides signed, whatever was written or offered since. Nothing else binds.
/// </summary>
public sealed class ContractState
{
    public ContractState(Contract contract, IReadOnlyList<ContractVersion> versions, IReadOnlyList<ContractSignature> signatures, IReadOnlyList<Evidence> evidence, LocalDate today)
    {
        (Contract, Versions, Signatures, Today) = (contract, [.. versions.OrderBy(v => v.Number)], signatures, today);
        Evidence = [.. evidence.Where(e => !e.Removed).OrderBy(e => e.Day)];
        InForce = Versions.LastOrDefault(v => SignaturesOf(v).Count == 2);
        Offered = Versions.LastOrDefault() is { } last && last != InForce ? last : null;
    }

    public Contract Contract { get; }

    public LocalDate Today { get; }

    public IReadOnlyList<ContractVersion> Versions { get; }

    public IReadOnlyList<ContractSignature> Signatures { get; }

    public IReadOnlyList<Evidence> Evidence { get; }

    public ContractVersion? InForce { get; }

    /// <summary>Waits for one key or two; a later offer takes its place.</summary>
    public ContractVersion? Offered { get; }

    /// <summary>What is read: what binds, else what is offered, else what is being written.</summary>
    public ContractText Shown => InForce?.Content ?? Offered?.Content ?? Contract.Draft;

    public ContractStage Stage => Contract.EndedOn is not null ? ContractStage.Ended
        : InForce is null ? Offered is null ? ContractStage.Draft : ContractStage.Offered
        : Offered is not null ? ContractStage.Amending
        : ContractStage.Signed;

    /// <summary>The first day agreed for a meeting that nobody met on or after, if it is behind.</summary>
    public LocalDate? LateReview => InForce is null || Contract.EndedOn is not null ? null
        : InForce.Content.ReviewsOn.Select(Day).Where(d => d < Today && !Contract.Reviews.Any(r => Day(r.Day) >= d)).Cast<LocalDate?>().FirstOrDefault();

    public LocalDate? NextReview => InForce is null || Contract.EndedOn is not null ? null : InForce.Content.ReviewsOn.Select(Day).Where(d => d >= Today).Cast<LocalDate?>().FirstOrDefault();

    public IReadOnlyList<ContractSignature> SignaturesOf(ContractVersion version) => [.. Signatures.Where(s => s.VersionId == version.Id && s.Hash == version.Hash).OrderBy(s => s.Side)];

    public IReadOnlyList<Evidence> EvidenceOf(Clause clause) => [.. Evidence.Where(e => e.ClauseId == clause.Id)];

    public long KeptOf(Clause clause) => EvidenceOf(clause).Sum(e => e.Quantity);

    public bool IsKept(Clause clause) => KeptOf(clause) >= clause.Quantity;

    public bool IsLate(Clause clause) => InForce is not null && !IsKept(clause) && Day(clause.DueOn) < Today;

    public (int Kept, int All) Balance(Side side) => (Shown.Of(side).Count(IsKept), Shown.Of(side).Count());

    /// <summary>How far a side is on the whole, between 0 and 1: the mean of its commitments, none counting for more than itself.</summary>
    public double Progress(Side side) => Shown.Of(side).Select(c => Math.Min(1, KeptOf(c) / (double)c.Quantity)).DefaultIfEmpty(0).Average();

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
