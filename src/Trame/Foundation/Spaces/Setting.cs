namespace Trame.Foundation.Spaces;

/// <summary>One setting of a space, kept in the space's own database so that it travels with it.</summary>
public sealed class Setting
{
    private Setting() { }

    public Setting(string key, string value) => (Key, Value) = (key, value);

    public string Key { get; private set; } = "";
    public string Value { get; private set; } = "";

    public void Become(string value) => Value = value;
}
