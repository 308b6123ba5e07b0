namespace Trame.Foundation.Time;

/// <summary>Whose public holidays apply.</summary>
public enum PublicHolidayRegion { None, France, AlsaceMoselle, Guadeloupe, Martinique, Guyane, Reunion, Mayotte, SaintBarthelemy, SaintMartin, Belgium }
