using NodaTime;

namespace Trame.Include.Accessibility;

/// <summary>One line of the ledger. Holds: what was checked or set aside has a date and says what was seen.</summary>
public sealed record Criterion(string Number, string French, string English, CriterionState State, LocalDate? On, string Seen);
