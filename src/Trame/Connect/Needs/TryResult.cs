namespace Trame.Connect.Needs;

/// <summary>What came of a try to reach somebody.</summary>
public enum TryResult { Reached, WordLeft, NoAnswer, WrongWay }
