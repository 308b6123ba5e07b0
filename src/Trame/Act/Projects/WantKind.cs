namespace Trame.Act.Projects;

/// <summary>What a project looks for. Quantities: people, people, things, cents, premises. Words are those of <c>Vocabulary.Wants</c>.</summary>
public enum WantKind { Hands, Skill, Thing, Money, Premises }
