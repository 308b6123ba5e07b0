namespace Trame.Foundation.Spaces;

/// <summary>The space this request or command is about.</summary>
public sealed class CurrentSpace
{
    private Space? _space;
    private SpaceSettings? _settings;

    public Space Space => _space ?? throw new InvalidOperationException("No space was chosen for this scope.");

    public bool IsChosen => _space is not null;

    public bool IsSettled => _settings is not null;

    public SpaceSettings Settings => _settings ?? throw new InvalidOperationException("The settings of the space were not read.");

    public void Choose(Space space) => _space = space;

    public void Settle(SpaceSettings settings) => _settings = settings;
}
