namespace GreenFactory.Domain.Shared;

/// <summary>Success, or the reasons why not.</summary>
public sealed class Result
{
    private Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>The reasons; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when there is no error.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The first reason. Only to be asked of a failure.</summary>
    public Error Error => Errors[0];

    /// <summary>Success.</summary>
    public static Result Success { get; } = new([]);

    /// <summary>Failure with its reasons.</summary>
    public static Result Failure(params IReadOnlyList<Error> errors) => new(errors);

    /// <summary>A failure from one reason.</summary>
    public static implicit operator Result(Error error) => new([error]);
}

/// <summary>A value, or the reasons why there is none.</summary>
/// <typeparam name="T">The value on success.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Error> errors)
    {
        this.value = value;
        Errors = errors;
    }

    /// <summary>The reasons; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when there is a value.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The first reason. Only to be asked of a failure.</summary>
    public Error Error => Errors[0];

    /// <summary>The value. Throws when asked of a failure: a programming error.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Error.Code}");

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A success, for a value that is known by an interface only, which no operator converts.</summary>
    public static Result<T> Of(T value) => new(value, []);

    /// <summary>A failure from one reason.</summary>
    public static implicit operator Result<T>(Error error) => new(default, [error]);

    /// <summary>A failure from several reasons.</summary>
    public static Result<T> Failure(IReadOnlyList<Error> errors) => new(default, errors);

    /// <summary>The outcome without the value.</summary>
    public Result ToResult() => Succeeded ? Result.Success : Result.Failure(Errors);
}
