namespace Trame.Connect.SharedPlaces;

/// <summary>Of the deposit of a booking, when one is asked.</summary>
public enum DepositState { None, Asked, Received, Returned }
