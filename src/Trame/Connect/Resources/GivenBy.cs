namespace Trame.Connect.Resources;

/// <summary>Whose it is.</summary>
public enum GivenBy { Person, Organisation, Place }
