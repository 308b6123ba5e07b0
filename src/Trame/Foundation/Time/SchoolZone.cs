namespace Trame.Foundation.Time;

/// <summary>Zone of the French school calendar. A: Besançon, Bordeaux, Clermont-Ferrand (Moulins and the Allier), Dijon, Grenoble, Limoges, Lyon, Poitiers.
/// B: Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg. C: Créteil, Montpellier, Paris, Toulouse, Versailles.</summary>
public enum SchoolZone { A, B, C }
