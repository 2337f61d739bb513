using GmConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Data.Providers;

public sealed class PostgreSqlGmConnectDbContext(DbContextOptions<PostgreSqlGmConnectDbContext> options, LiveUpdates? updates = null)
    : GmConnectDbContext(options, updates);
