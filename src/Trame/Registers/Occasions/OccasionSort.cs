namespace Trame.Registers.Occasions;

/// <summary>How a result is ordered. Relevance needs words, Near needs a point: without, the order is by name.</summary>
public enum OccasionSort
{
    Name,
    Next,
    Near,
    Fresh,
    Relevance,
}
