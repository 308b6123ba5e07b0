namespace Trame.Connect.Resources;

/// <summary>What is there and little used.</summary>
public enum ResourceNature { Skill, Time, Premises, Equipment, Vehicle, Garden, Materials, Money, Language }
