namespace Trame.Registers.Occasions;

/// <summary>How a field is asked on a form, checked and exported.</summary>
public enum FieldShape
{
    Line,
    Text,
    Choice,
    Choices,
    Number,
    Coordinate,
    YesNo,
    Date,
    Time,
    Phone,
    Email,
    Url,
    Hours,
    Recurrence,
    Territory,
    Organisation,
    Stops,
}
