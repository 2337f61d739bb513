using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GmConnect.Domain.Data;

/// <summary>What makes one model behave alike on three databases (docs/decisions/0002).</summary>
internal static class Conventions
{
    private const int EnumMaxLength = 40;

    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcToTheMicrosecond>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys())
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            foreach (var property in entity.GetProperties())
            {
                if (property.ClrType == typeof(Guid))
                {
                    // Ids and versions are made by us, so that a row found behind a navigation is known to be new.
                    property.ValueGenerated = ValueGenerated.Never;
                }

                if (property.Name == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                {
                    property.IsConcurrencyToken = true;
                }
            }
        }
    }

    /// <summary>UTC in and out; PostgreSQL keeps microseconds, so nothing keeps more.</summary>
    private sealed class UtcToTheMicrosecond() : ValueConverter<DateTime, DateTime>(
        time => Truncate(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        private static DateTime Truncate(DateTime time) =>
            DateTime.SpecifyKind(new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
