namespace Trame.Connect.SharedPlaces;

/// <summary>What became of a booking. What was cancelled and what nobody came to are told apart, and neither counts as attendance.</summary>
public enum BookingState { Booked, Waiting, Cancelled, Missed, Held }
