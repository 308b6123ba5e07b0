using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>A project in a list: where it stands, what it still lacks, what it taught.</summary>
public sealed record ProjectCard(OccasionSummary Occasion, ProjectStage Stage, IReadOnlyList<string> Missing, string Learned);
